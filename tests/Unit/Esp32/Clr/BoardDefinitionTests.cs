using System;
using NanoExecutor.Boards.Esp32;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    [TestClass]
    public class BoardDefinitionTests
    {
        [TestMethod]
        public void ForTarget_ofEachDefinition_isThatDefinition()
        {
            ExpectFound(BoardDefinition.DevKitC);
            ExpectFound(BoardDefinition.S3DevKitC);
            ExpectFound(BoardDefinition.C3DevKitM);
            ExpectFound(BoardDefinition.M5StickC);
            ExpectFound(BoardDefinition.WroverKit);
        }

        [TestMethod]
        public void ForTarget_ofAnotherImageOfAChip_isItsBoard()
        {
            Assert.AreEqual("ESP32-DevKitC", BoardDefinition.ForTarget("ESP32_PSRAM_REV3").Name);
            Assert.AreEqual("ESP32-DevKitC", BoardDefinition.ForTarget("ESP32_BLE_REV0").Name);
            Assert.AreEqual("ESP32-S3-DevKitC-1", BoardDefinition.ForTarget("ESP32_S3_BLE").Name);
            Assert.AreEqual("M5StickC", BoardDefinition.ForTarget("M5StickCPlus").Name);
        }

        [TestMethod]
        public void ForTarget_ofNoKnownChip_saysWhichAreKnown()
        {
            string[] unknown = { "ESP32_CAM_PSRAM", "ESP32_C6_THREAD", "ESP32_S2_USB", "ESP32_P4", "ST_STM32F769I_DISCOVERY", string.Empty };
            foreach (string target in unknown)
            {
                string message = null;
                try
                {
                    BoardDefinition.ForTarget(target);
                }
                catch (ArgumentException e)
                {
                    message = e.Message;
                }

                Assert.IsNotNull(message, target);
                Assert.IsTrue(message.IndexOf("known are ESP32_REV") > 0, message);
            }
        }

        private static void ExpectFound(BoardDefinition board)
        {
            Assert.AreEqual(board.Name, BoardDefinition.ForTarget(board.Target).Name);
        }
    }
}
