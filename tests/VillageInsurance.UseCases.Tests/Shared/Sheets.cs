using System.Text;
using VillageInsurance.UseCases.Exchange;

namespace VillageInsurance.UseCases.Tests.Shared;

/// <summary>Rows as a file of one of the forms in which lists come.</summary>
internal static class Sheets
{
    /// <summary>"xlsx", or the name of an encoding for a CSV.</summary>
    public static async Task<byte[]> OfAsync(string form, params string[][] rows)
    {
        if (form != "xlsx")
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            var most = rows.Max(r => r.Length);
            return Encoding.GetEncoding(form).GetBytes(string.Join('\n', rows.Select(r => string.Join(',', r.Concat(Enumerable.Repeat("", most - r.Length))))) + "\n");
        }
        return await BookAsync(rows);
    }

    /// <summary>A workbook of several sheets.</summary>
    public static async Task<byte[]> BookAsync(params string[][][] sheets)
    {
        using var stream = new MemoryStream();
        await using (var book = SheetWriter.Open(SheetForm.Xlsx, stream))
            foreach (var (at, rows) in sheets.Index())
            {
                await book.BeginAsync($"Sheet{at + 1}", rows[0]);
                foreach (var row in rows.Skip(1)) await book.RowAsync(row);
            }
        return stream.ToArray();
    }
}
