using VillageInsurance.Domain.Papers;

namespace VillageInsurance.UseCases.Papers;

/// <summary>One paper as its print page shows it.</summary>
/// <param name="Foot">Who printed it when, with the print number; for a preview that it has none.</param>
/// <param name="FootRight">The check code.</param>
/// <param name="Watermark">The word across a paper that must not be relied on; empty for one that may.</param>
public sealed record PrintSheet(PaperLayout Layout, PaperContent Content, string Foot, string FootRight, string Watermark)
{
    internal static PrintSheet Of(PaperContent content, PrintMark? print)
    {
        var words = PaperBook.Words;
        var values = print?.Values() ?? new() { [PaperBook.CheckCode] = content.CheckCode() };
        return new(PaperBook.LayoutOf(content.Kind), content, print is null ? words.Preview : PaperText.Fill(words.Foot, values), PaperText.Fill(words.FootRight, values), words.Watermark(content.Standing));
    }
}
