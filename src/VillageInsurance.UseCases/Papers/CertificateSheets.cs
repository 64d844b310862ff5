using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Papers;

/// <summary>The certificates that a job printed, as one page to print: with the same numbers.</summary>
public sealed class CertificateSheets(AppDbGate gate)
{
    /// <summary>Reads them in the order of their certificates, at most 1,000; none for an unknown job. What says something else since it was printed bears no number.</summary>
    public Task<IReadOnlyList<PrintSheet>> RunAsync(Guid jobId, CancellationToken cancel) => gate.ReadAsync<IReadOnlyList<PrintSheet>>(Permission.ManagePapers, async db =>
    {
        var prints = await db.PrintRecords.AsNoTracking().Where(p => p.JobId == jobId).OrderBy(p => p.Number).Take(1000).ToDictionaryAsync(p => p.RecordId, cancel);
        var ids = prints.Keys.ToList();
        var contents = await CertificatePaper.ReadAllAsync(db, db.Titles.Where(t => ids.Contains(t.Id)), cancel);
        var names = await db.StaffNamesAsync(prints.Values.Select(p => p.PrintedById), cancel);
        return [.. contents.Select(c => PrintSheet.Of(c, prints[c.RecordId] is var p && p.CheckCode == c.CheckCode() ? PrintMark.Of(p, names.GetValueOrDefault(p.PrintedById, "")) : null))];
    }, cancel);
}
