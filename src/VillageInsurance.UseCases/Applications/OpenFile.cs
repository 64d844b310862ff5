using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;

namespace VillageInsurance.UseCases.Applications;

/// <summary>Opens a photo or scan of an application for whoever may see the application.</summary>
public sealed class OpenFile(AppDbGate gate, IFileStore store)
{
    /// <summary>The bytes, their kind and name.</summary>
    public sealed record View(Stream Content, string MediaType, string FileName);

    /// <summary>Opens it. Not found outside the actor's villages.</summary>
    public Task<View> RunAsync(Guid fileId, CancellationToken cancel) => gate.ReadAsync(Permission.ViewApplications, async db =>
    {
        var file = await db.Attachments.AsNoTracking().FindOrRefuseAsync(fileId, cancel);
        return new View(await store.OpenAsync(file.StoreKey, cancel), file.MediaType, file.FileName);
    }, cancel);
}
