using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using System.Globalization;
using System.Reflection;
using VillageInsurance.Domain.HouseholdChecks;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.HouseholdChecks;

/// <summary>What every change of a household's file passes: may it be changed now, and what was changed.</summary>
internal static class FileDoor
{
    /// <summary>Refuses while the township has it, and once it is checked.</summary>
    public static async Task RequireEditableAsync(this AppDb db, Household household) => (await db.HouseholdFiles.SingleOrDefaultAsync(f => f.Id == household.Id))?.RequireEditable();

    /// <summary>Refuses while the township has it.</summary>
    public static async Task RequireAtRestAsync(this AppDb db, Household household) => (await db.HouseholdFiles.SingleOrDefaultAsync(f => f.Id == household.Id))?.RequireAtRest();

    /// <summary>Notes every personal value of the household, its members and memberships that this operation has changed, with the old one. Called once, before the operation ends.</summary>
    public static void NoteFieldChanges(this AppDb db, Household household, Correction? correction = null)
    {
        db.ChangeTracker.DetectChanges();
        foreach (var entry in db.ChangeTracker.Entries<Entity>().Where(e => e.State == EntityState.Modified).ToList())
        {
            var (isOwn, person) = entry.Entity switch
            {
                Household h => (h.Id == household.Id, (Guid?)null),
                Person p => (true, p.Id),
                Membership m => (m.HouseholdId == household.Id, m.PersonId),
                _ => (false, null),
            };
            if (isOwn) db.AddRange(Changed(entry).Select(c => new FieldChange(Guid.CreateVersion7(), household.VillageId, household.GroupId, household.Id, person, c.Field, c.Old, c.New,
                correction?.AskedById ?? db.Actor.StaffId, db.Operation.At, correction?.Id)));
        }
    }

    /// <summary>Whether this operation changes what the township checks: a noted value, or who belongs to the household.</summary>
    public static bool ChangesTheFile(this AppDb db) =>
        db.ChangeTracker.Entries<FieldChange>().Any(e => e.State == EntityState.Added) || db.ChangeTracker.Entries<Membership>().Any(e => e.State == EntityState.Added);

    private static IEnumerable<(string Field, string? Old, string? New)> Changed(EntityEntry entry)
    {
        foreach (var property in entry.Properties.Where(p => p.IsModified && IsPersonal(p.Metadata.PropertyInfo)))
        {
            var isSealed = property.Metadata.ClrType == typeof(byte[]);
            if (property.Metadata.Name == nameof(Person.IdNumberIndex) || !isSealed && Equals(property.OriginalValue, property.CurrentValue)) continue;
            yield return (Name(property.Metadata.Name), isSealed ? null : Text(property.OriginalValue), isSealed ? null : Text(property.CurrentValue));
        }
        foreach (var cell in entry.ComplexProperties.Where(c => c.IsModified && IsPersonal(c.Metadata.PropertyInfo))) yield return (cell.Metadata.Name, null, null);
    }

    private static string Name(string property) => property == nameof(Person.IdNumberCipher) ? nameof(Person.IdNumber) : property;

    private static bool IsPersonal(PropertyInfo? property) => property?.GetCustomAttribute<PersonalInfoAttribute>() is not null;

    private static string? Text(object? value) => value is DateOnly day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;
}
