using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Papers;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Papers;

/// <summary>A paper as it would be printed now, or as it was: a print shows its number only while the paper still says the same.</summary>
public sealed class PaperPreview(AppDbGate gate)
{
    /// <param name="Printed">Whether it shows a print; a preview bears no number.</param>
    /// <param name="Changed">Whether the print that was asked for said something else.</param>
    public sealed record View(PrintSheet Sheet, bool Printed, bool Changed);

    /// <summary>Reads it. Not found outside the actor's villages.</summary>
    public Task<View> RunAsync(PaperKind kind, Guid recordId, Guid? printId, CancellationToken cancel) => gate.ReadAsync(kind.ToSee(), async db =>
    {
        var content = await db.PaperAsync(kind, recordId, cancel);
        var print = printId is not { } id ? null : await db.PrintRecords.AsNoTracking().Where(p => p.Kind == kind && p.RecordId == recordId).FindOrRefuseAsync(id, cancel);
        if (print is null || print.CheckCode != content.CheckCode()) return new View(PrintSheet.Of(content, null), false, print is not null);
        var by = (await db.StaffNamesAsync([print.PrintedById], cancel)).GetValueOrDefault(print.PrintedById, "");
        return new View(PrintSheet.Of(content, PrintMark.Of(print, by)), true, false);
    }, cancel);
}
