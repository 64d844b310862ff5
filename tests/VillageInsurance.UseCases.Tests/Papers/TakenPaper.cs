using VillageInsurance.Domain.Papers;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Papers;

namespace VillageInsurance.UseCases.Tests.Papers;

/// <summary>A paper as somebody sees it and takes it out.</summary>
internal static class TakenPaper
{
    public static async Task<PrintSheet> SheetAsync(AppDbGate gate, PaperKind kind, Guid record) => (await new PaperPreview(gate).RunAsync(kind, record, null, default)).Sheet;

    /// <summary>The text of its Word file; no place is left in it, and every value of the paper stands in it.</summary>
    public static async Task<string> TextAsync(AppDbGate gate, PaperKind kind, Guid record)
    {
        var content = (await SheetAsync(gate, kind, record)).Content;
        var text = DocxTests.TextOf((await new PrintPaper(gate, PaperRecords.Store()).RunAsync(new(Guid.CreateVersion7(), kind, record, PaperForm.Docx))).Docx!);
        Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
        var values = content.Values.Where(v => PaperBook.LayoutOf(kind).Places().Contains(v.Key)).Select(v => v.Value).Concat(content.Lists.Values.SelectMany(rows => rows).SelectMany(row => row.Values));
        Assert.All(values.SelectMany(v => v.Split('\n')), value => Assert.Contains(value, text, StringComparison.Ordinal));
        return text;
    }
}
