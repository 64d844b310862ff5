using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Documents;

/// <summary>Opens a photo or scan for whoever may see its kind in its village.</summary>
public sealed class OpenFile(AppDbGate gate, IFileStore store)
{
    /// <summary>The bytes, their media type and name.</summary>
    public sealed record View(Stream Content, string MediaType, string FileName);

    /// <summary>Opens it. Not found outside the actor's villages, when it is of another kind, or proves the payment of somebody else's reward to one who sees his own only.</summary>
    public Task<View> RunAsync(EvidenceKind kind, Guid fileId, CancellationToken cancel) => gate.ReadAsync(kind.ToSee(), async db =>
    {
        var file = await db.FilesToSee(kind).FindOrRefuseAsync(fileId, cancel);
        return new View(await store.OpenAsync(file.StoreKey, cancel), file.MediaType, file.FileName);
    }, cancel);
}
