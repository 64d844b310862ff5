using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Papers;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;

namespace VillageInsurance.UseCases.Papers;

/// <summary>Gives out a Word template, to be changed in Word: one of the office's versions, or the product's own.</summary>
public sealed class OpenTemplate(AppDbGate gate, IFileStore store)
{
    /// <summary>The bytes and a name for them.</summary>
    public sealed record View(byte[] Content, string FileName);

    /// <summary>Opens it; without a version the product's own.</summary>
    public Task<View> RunAsync(PaperKind kind, Guid? version, CancellationToken cancel) => gate.ReadAsync(Permission.ManagePapers, async db =>
    {
        if (version is not { } id) return new View(DocxTemplate.Of(PaperBook.LayoutOf(kind)), $"{kind}-template.docx");
        var template = await db.PaperTemplates.AsNoTracking().Where(t => t.Kind == kind).FindOrRefuseAsync(id, cancel);
        return new View(await store.BytesOfAsync(template.Id), $"{kind}-template-{template.Number}.docx");
    }, cancel);
}
