using Microsoft.EntityFrameworkCore;
using Npgsql;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;

namespace VillageInsurance.UseCases.Data;

/// <summary>What only the owner of the tables may do.</summary>
public static class Maintenance
{
    private static readonly Type[] BigTables =
        [typeof(Household), typeof(HouseholdPlace), typeof(Person), typeof(Membership), typeof(Enrolment), typeof(Policy), typeof(Payment), typeof(Area), typeof(Product)];

    /// <summary>After a big import: statistics for the planner, and a visibility map for index-only scans. The connection acts as the owner.</summary>
    public static async Task VacuumAsync(string migrator, CancellationToken cancel = default)
    {
        await using var db = new AppDb(ConnectionSettings.OptionsFor(migrator), Actor.Nobody, DataScope.None,
            AuditEvent.Begin(Actor.Nobody, Permission.ImportCountyData, DateTimeOffset.UnixEpoch, null));
        var tables = BigTables.Select(type => db.Model.FindEntityType(type)!.GetTableName());
        await using var connection = new NpgsqlConnection(migrator);
        await connection.OpenAsync(cancel);
        await using var command = new NpgsqlCommand($"vacuum (analyze) {string.Join(", ", tables)}", connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancel);
    }
}
