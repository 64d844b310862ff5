using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.HouseRules.Tests.Types;

/// <summary>The product's own types, as the rules look at them.</summary>
internal static class ProductTypes
{
    public static Type[] Domain { get; } = typeof(Entity).Assembly.GetExportedTypes();

    public static Type[] UseCases { get; } = typeof(UseCasesSetup).Assembly.GetExportedTypes();

    /// <summary>How the tables are made, read without a database.</summary>
    public static IModel Model { get; } = ReadModel();

    public static bool Has(this MemberInfo member, string attribute) =>
        member.GetCustomAttributes(inherit: true).Any(a => a.GetType().Name == attribute + "Attribute");

    private static IModel ReadModel()
    {
        var constructor = typeof(AppDb).GetConstructors().Single();
        var options = new DbContextOptionsBuilder<AppDb>().UseNpgsql().Options;
        // Who asks, and in which scope, plays no part in the shape of the tables.
        using var db = (AppDb)constructor.Invoke([.. constructor.GetParameters().Select(parameter =>
            parameter.ParameterType.IsInstanceOfType(options) ? options : RuntimeHelpers.GetUninitializedObject(parameter.ParameterType))]);
        return db.GetService<IDesignTimeModel>().Model;
    }
}
