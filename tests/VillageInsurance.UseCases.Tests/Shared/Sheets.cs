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
        using var stream = new MemoryStream();
        await using (var sheet = SheetWriter.Open(SheetForm.Xlsx, stream))
        {
            await sheet.BeginAsync("Sheet1", rows[0]);
            foreach (var row in rows.Skip(1)) await sheet.RowAsync(row);
        }
        return stream.ToArray();
    }
}
