using VillageInsurance.Domain.Papers;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Papers;

/// <summary>Where each paper's content comes from. A paper that gets its record later adds its line here: how to read one, and which ones a village has.</summary>
internal static class PaperSources
{
    private static readonly Dictionary<PaperKind, Source> All = new()
    {
        [PaperKind.SiteApplication] = new(SiteApplicationPaper.ReadAsync, SiteApplicationPaper.OfVillageAsync),
        [PaperKind.Certificate] = new(CertificatePaper.ReadAsync, CertificatePaper.OfVillageAsync),
    };

    /// <summary>What a paper says now. Not found outside the actor's villages, and for a kind that no record is kept of.</summary>
    public static Task<PaperContent> PaperAsync(this AppDb db, PaperKind kind, Guid recordId, CancellationToken cancel) =>
        All.TryGetValue(kind, out var source) ? source.Read(db, recordId, cancel) : throw new NotFound(kind.ToString(), recordId);

    /// <summary>The records of this kind that a village has.</summary>
    public static Task<IReadOnlyList<Guid>> PapersOfAsync(this AppDb db, PaperKind kind, Guid villageId, CancellationToken cancel) =>
        All.TryGetValue(kind, out var source) ? source.OfVillage(db, villageId, cancel) : Task.FromResult<IReadOnlyList<Guid>>([]);

    private sealed record Source(Func<AppDb, Guid, CancellationToken, Task<PaperContent>> Read, Func<AppDb, Guid, CancellationToken, Task<IReadOnlyList<Guid>>> OfVillage);
}
