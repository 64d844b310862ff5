using System.Reflection;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.HouseRules.Tests.Types;

public class EntityTests
{
    [Fact]
    public void The_domain_references_nothing() => Assert.All(
        typeof(Entity).Assembly.GetReferencedAssemblies(), name => Assert.StartsWith("System.", name.Name, StringComparison.Ordinal));

    [Fact]
    public void Entities_change_only_through_their_methods() => Law.Holds(OpenSetters(ProductTypes.Domain));

    [Fact]
    public void Every_column_about_a_person_says_why_it_is_kept_and_how_long() => Law.Holds(Unlabelled(ProductTypes.Domain));

    [Fact]
    public void An_open_setter_is_found() => Assert.Equal(["Loose.Name"], OpenSetters([typeof(Loose)]));

    [Fact]
    public void A_column_about_a_person_without_its_label_is_found() =>
        Assert.Equal(["Resident.Phone has no label", "Forgotten is no PersonTable"], Unlabelled([typeof(Resident), typeof(Forgotten)]));

    private static IEnumerable<string> OpenSetters(IEnumerable<Type> types) =>
        from type in types
        where type.IsAssignableTo(typeof(Entity))
        from property in type.GetProperties()
        where property.SetMethod is { IsPublic: true }
        select $"{type.Name}.{property.Name}";

    // The attributes go by their names: [PersonTable] on the entity, [PersonalInfo] or [NotPersonal] on each column.
    private static IEnumerable<string> Unlabelled(IEnumerable<Type> types) =>
        from type in types
        where !type.IsAbstract && !type.IsEnum
        from wrong in type.Has("PersonTable")
            ? from property in Columns(type)
              where !property.Has("PersonalInfo") && !property.Has("NotPersonal")
              select $"{type.Name}.{property.Name} has no label"
            : Columns(type).Any(property => property.Has("PersonalInfo")) ? [$"{type.Name} is no PersonTable"] : []
        select wrong;

    // What an entity itself stores: properties with a setter of any kind, except those that every entity has.
    private static IEnumerable<PropertyInfo> Columns(Type type) =>
        type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(property => property.DeclaringType != typeof(Entity) && property.CanWrite && !property.Has("NotMapped"));

#pragma warning disable CA1812 // Only looked at.
    private sealed class Loose() : Entity(default)
    {
        public string Name { get; set; } = "";
    }

    [PersonTable]
    private sealed class Resident() : Entity(default)
    {
        [PersonalInfo] public string Name { get; private set; } = "";
        [NotPersonal] public int Rounds { get; private set; }
        public string Phone { get; private set; } = "";
        public string Shown => Name;
    }

    private sealed class Forgotten() : Entity(default)
    {
        [PersonalInfo] public string Name { get; private set; } = "";
    }
#pragma warning restore CA1812

    [AttributeUsage(AttributeTargets.Class)]
    private sealed class PersonTableAttribute : Attribute;

    [AttributeUsage(AttributeTargets.Property)]
    private sealed class PersonalInfoAttribute : Attribute;

    [AttributeUsage(AttributeTargets.Property)]
    private sealed class NotPersonalAttribute : Attribute;
}
