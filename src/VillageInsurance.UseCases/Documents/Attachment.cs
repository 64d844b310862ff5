using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.UseCases.Documents;

/// <summary>A photo or scan that belongs to a record. The bytes lie in the file store; the row is written after them.</summary>
internal sealed class Attachment(
    Guid id, Guid villageId, Guid recordId, EvidenceKind kind, string slot, string fileName, string mediaType, long size, string sha256, string storeKey, Guid uploadedById, DateTimeOffset at)
    : Entity(id), IVillageOwned
{
    public Guid VillageId { get; private init; } = villageId;
    public Guid RecordId { get; private init; } = recordId;

    public EvidenceKind Kind { get; private init; } = kind;

    /// <summary>The field of the record's form that it shows; empty for a record without fields.</summary>
    public string Slot { get; private init; } = slot;
    public string FileName { get; private init; } = fileName;
    public string MediaType { get; private init; } = mediaType;
    public long Size { get; private init; } = size;
    public string Sha256 { get; private init; } = sha256;
    public string StoreKey { get; private init; } = storeKey;
    public Guid UploadedById { get; private init; } = uploadedById;
    public DateTimeOffset At { get; private init; } = at;

    /// <summary>When it was taken off the record; what was submitted with a round stays with it.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    public void Remove(DateTimeOffset at) => RemovedAt = at;
}
