using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Documents;

/// <summary>The photos and scans of one kind that lie with a record, also with one that is about to be saved.</summary>
public sealed class EvidenceOf(AppDbGate gate)
{
    /// <summary>Reads them, for whoever may see the kind in their village.</summary>
    public Task<IReadOnlyList<FileView>> RunAsync(EvidenceKind kind, Guid recordId, CancellationToken cancel) => gate.ReadAsync<IReadOnlyList<FileView>>(kind.ToSee(), async db =>
        [.. (await db.FilesOfAsync(recordId, cancel)).Where(f => f.Kind == kind)], cancel);
}
