using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Documents;

/// <summary>The photos and scans of one kind that belong to a record, also while the record itself is still being written.</summary>
public sealed class EvidenceOf(AppDbGate gate)
{
    /// <summary>Reads them, oldest first; of another village none.</summary>
    public Task<IReadOnlyList<FileView>> RunAsync(EvidenceKind kind, Guid recordId, CancellationToken cancel) => gate.ReadAsync(kind.ToSee(), db =>
        db.FilesToSee(kind).ShownOfAsync(recordId, cancel), cancel);
}
