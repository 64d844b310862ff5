using System.Globalization;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;

namespace VillageInsurance.UseCases.Data;

/// <summary>The departments that usually sit in leading groups, with the names that they had. What the office changed stays.</summary>
internal static class KnownDepartments
{
    public static async Task StoreAsync(AppDb db, CancellationToken cancel)
    {
        var known = (await db.Departments.Select(d => d.Code).ToListAsync(cancel)).ToHashSet();
        db.Departments.AddRange(Read().Where(d => !known.Contains(d.Code)));
        await db.SaveChangesAsync(cancel);
    }

    private static IEnumerable<Department> Read()
    {
        using var file = new StreamReader(typeof(KnownDepartments).Assembly.GetManifestResourceStream("departments.csv")!);
        var lines = file.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(','));
        return [.. lines.GroupBy(c => c[0]).Select(names =>
        {
            var department = new Department(Guid.CreateVersion7(), names.Key);
            foreach (var name in names) department.Name(name[2].Trim(), DateOnly.ParseExact(name[1], "yyyy-MM-dd", CultureInfo.InvariantCulture));
            return department;
        })];
    }
}
