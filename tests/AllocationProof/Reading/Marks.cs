using Mono.Cecil;

namespace NanoExecutor.AllocationProof.Reading
{
    /// <summary>
    /// The promises that code makes by attribute. They are known by their simple name, so that firmware may declare its
    /// own.
    /// </summary>
    internal static class Marks
    {
        public const string Nothing = "AllocatesNothingAttribute";

        private const string SetUp = "AllocatesAttribute";
        private const string Blocking = "BlocksAttribute";
        private const string Helper = "ThrowHelperAttribute";

        public static bool AllocatesNothing(MethodDefinition method)
        {
            return Has(method, Nothing) || Has(Owner(method), Nothing)
                || (Has(method.DeclaringType, Nothing) && !method.IsConstructor);
        }

        public static bool IsThrowHelper(MethodDefinition method)
        {
            return Has(method, Helper) || Has(method.DeclaringType, Helper);
        }

        /// <summary>The reason given with [Allocates], or null where the method has no such mark.</summary>
        public static string? WhyAllocates(MethodDefinition method)
        {
            return Why(Find(method, SetUp) ?? Find(Owner(method), SetUp));
        }

        /// <summary>The reason given with [Blocks] on a member or a delegate type; null for no mark.</summary>
        public static string? WhyBlocks(IMemberDefinition member)
        {
            CustomAttribute? ofOwner = member is MethodDefinition method ? Find(Owner(method), Blocking) : null;
            return Why(Find(member, Blocking) ?? ofOwner);
        }

        public static bool Has(ICustomAttributeProvider? member, string attribute)
        {
            return Find(member, attribute) != null;
        }

        /// <summary>The property or event that a method is an accessor of.</summary>
        public static ICustomAttributeProvider? Owner(MethodDefinition method)
        {
            if (method.IsGetter || method.IsSetter)
            {
                return method.DeclaringType.Properties
                    .FirstOrDefault(p => p.GetMethod == method || p.SetMethod == method);
            }

            return method.IsAddOn || method.IsRemoveOn
                ? method.DeclaringType.Events.FirstOrDefault(e => e.AddMethod == method || e.RemoveMethod == method)
                : null;
        }

        private static string? Why(CustomAttribute? mark)
        {
            return mark == null ? null : mark.ConstructorArguments.FirstOrDefault().Value as string ?? "";
        }

        private static CustomAttribute? Find(ICustomAttributeProvider? member, string attribute)
        {
            return member is { HasCustomAttributes: true }
                ? member.CustomAttributes.FirstOrDefault(a => a.AttributeType.Name == attribute)
                : null;
        }
    }
}
