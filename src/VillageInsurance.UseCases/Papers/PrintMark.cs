using System.Globalization;
using VillageInsurance.Domain.Papers;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Papers;

/// <summary>What a print bears at its foot: its number, who took it and when, and the check code.</summary>
internal sealed record PrintMark(string Number, string By, DateTimeOffset At, string CheckCode)
{
    public static PrintMark Of(PrintRecord print, string by) => new(print.Number, by, print.At, print.CheckCode);

    /// <summary>As places of a template.</summary>
    public Dictionary<string, string> Values() => new()
    {
        [PaperBook.PrintNumber] = Number,
        [PaperBook.CheckCode] = CheckCode,
        [PaperBook.PrintedBy] = By,
        [PaperBook.PrintedAt] = At.ToOffset(Clock.Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
    };
}
