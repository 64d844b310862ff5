using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Papers;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;

namespace VillageInsurance.UseCases.Papers;

/// <summary>Which Word template a paper is filled into.</summary>
internal static class PaperTemplates
{
    /// <summary>The office's newest; without any, the product's own.</summary>
    public static async Task<byte[]> TemplateAsync(this AppDb db, IFileStore store, PaperKind kind)
    {
        var template = await db.PaperTemplates.AsNoTracking().Where(t => t.Kind == kind && t.WithdrawnAt == null).OrderByDescending(t => t.Number).FirstOrDefaultAsync();
        return template is null ? DocxTemplate.Of(PaperBook.LayoutOf(kind)) : await store.BytesOfAsync(template.Id);
    }

    /// <summary>The bytes of a file that this product made or checked.</summary>
    public static async Task<byte[]> BytesOfAsync(this IFileStore store, Guid id)
    {
        await using var content = await store.OpenAsync(id.ToString("N"), CancellationToken.None);
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
