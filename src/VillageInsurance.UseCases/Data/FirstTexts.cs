using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;

namespace VillageInsurance.UseCases.Data;

/// <summary>The first versions of the texts that people sign. What is there already stays: the office publishes later versions itself.</summary>
internal static class FirstTexts
{
    public static async Task StoreAsync(AppDb db, TimeProvider clock, CancellationToken cancel)
    {
        var known = await db.ProgrammeTexts.Select(t => t.Kind).Distinct().ToListAsync(cancel);
        db.ProgrammeTexts.AddRange(Read().Where(t => !known.Contains(t.Kind))
            .Select(t => new ProgrammeText(Guid.CreateVersion7(), t.Kind, 1, t.Title, t.Points, clock.Today(), StaffMember.CommandLineId)));
        await db.SaveChangesAsync(cancel);
    }

    internal static IReadOnlyList<Seed> Read()
    {
        using var file = typeof(FirstTexts).Assembly.GetManifestResourceStream("programme-texts.json")!;
        return JsonSerializer.Deserialize<List<Seed>>(file, JsonColumn.Format)!;
    }

    internal sealed record Seed(TextKind Kind, string Title, IReadOnlyList<TextPoint> Points);
}
