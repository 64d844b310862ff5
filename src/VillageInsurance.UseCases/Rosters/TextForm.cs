using System.Text;
using VillageInsurance.UseCases.Exchange;

namespace VillageInsurance.UseCases.Rosters;

/// <summary>How a text file is written: UTF-8, else the national encoding (GB18030); commas, semicolons or tabs, whichever its first lines have most of.</summary>
internal static class TextForm
{
    private const int Piece = 1 << 16;

    private static readonly char[] Separators = [',', '\t', ';'];

    // Every read of a file with letters that its encoding does not have must fail: a name with a question mark in it would be stored otherwise.
    private static readonly Encoding[] Encodings =
    [
        new UTF8Encoding(false, throwOnInvalidBytes: true),
        CodePagesEncodingProvider.Instance.GetEncoding("gb18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!,
    ];

    /// <summary>Finds it. Refused: a file that is no text, or in no encoding of these.</summary>
    public static CsvForm Find(SheetSource source)
    {
        var start = Start(source);
        if (IsUtf16(start)) return new(Encoding.Unicode, Separator(Encoding.Unicode, start));
        if (start.Contains((byte)0)) throw new RefusedFile(FileFault.NotASheet);
        var encoding = Array.Find(Encodings, e => CanRead(source, e)) ?? throw new RefusedFile(FileFault.UnknownEncoding);
        return new(encoding, Separator(encoding, start));
    }

    /// <summary>The file's bytes, after the mark of its encoding.</summary>
    public static Stream Open(SheetSource source)
    {
        var stream = source.Open();
        var mark = new byte[3];
        var read = stream.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false);
        stream.Position = read == 3 && mark is [0xEF, 0xBB, 0xBF] ? 3 : read >= 2 && mark is [0xFF, 0xFE, _] ? 2 : 0;
        return stream;
    }

    private static bool IsUtf16(ReadOnlySpan<byte> start) => start is [0xFF, 0xFE, ..];

    private static byte[] Start(SheetSource source)
    {
        using var stream = source.Open();
        var start = new byte[Piece];
        return start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
    }

    private static bool CanRead(SheetSource source, Encoding encoding)
    {
        var (bytes, letters, decoder) = (new byte[Piece], new char[encoding.GetMaxCharCount(Piece)], encoding.GetDecoder());
        using var stream = source.Open();
        try
        {
            for (int read; (read = stream.Read(bytes)) > 0;) decoder.GetChars(bytes.AsSpan(0, read), letters, flush: false);
            decoder.GetChars([], letters, flush: true);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static char Separator(Encoding encoding, byte[] start)
    {
        // The last letter may be cut in two: no matter for counting.
        var lenient = (Encoding)encoding.Clone();
        lenient.DecoderFallback = DecoderFallback.ReplacementFallback;
        var lines = lenient.GetString(start).Split('\n').Take(20);
        return Separators.MaxBy(separator => lines.Sum(line => (long)line.Count(c => c == separator)));
    }
}
