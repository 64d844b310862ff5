using System.Text;
using nietras.SeparatedValues;

namespace VillageInsurance.UseCases.Exchange;

/// <summary>Rows of a CSV file, quotes as RFC 4180 has them. Without a form of its own: UTF-8 and nothing else, commas, and rows told by the line they begin on.</summary>
internal sealed class CsvRows(string file, Stream stream, CsvForm? form = null) : TableRows(file)
{
    private const int MostLinesOfARow = 20;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly SepReader _reader = Open(file, stream, form ?? new(Strict, ','));
    private long _records;

    public override int Count => _reader.Current.ColCount;

    public override ReadOnlySpan<char> this[int column] => column < _reader.Current.ColCount ? _reader.Current[column].Span : [];

    public override void Dispose()
    {
        _reader.Dispose();
        stream.Dispose();
    }

    protected override bool ReadRow()
    {
        try
        {
            while (_reader.MoveNext())
            {
                _records++;
                if (_reader.Current.ColCount <= 1 && this[0].IsWhiteSpace()) continue;
                Row = form is null ? _reader.Current.LineNumberFrom : _records;
                // A quote that is never closed makes one row of many.
                if (form is not null && _reader.Current.LineNumberToExcl - _reader.Current.LineNumberFrom > MostLinesOfARow) throw new UnreadableFile(new(File, Row, null, null, ImportExpectation.AsManyCellsAsColumns));
                if (Count > Limits.Columns && form is not null) throw new UnreadableFile(new(File, Row, null, null, ImportExpectation.SmallEnough, $"{Limits.Columns}"));
                return true;
            }
            return false;
        }
        catch (DecoderFallbackException)
        {
            throw NotUtf8(File, Row + 1);
        }
        catch (NotSupportedException)
        {
            // A quote that is never closed makes one endless row of the rest of the file.
            throw new UnreadableFile(new(File, Row + 1, null, null, ImportExpectation.AsManyCellsAsColumns));
        }
        catch (InvalidDataException)
        {
            throw new UnreadableFile(new(File, Row + 1, null, null, ImportExpectation.ZipOrWorkbook));
        }
    }

    private static SepReader Open(string file, Stream stream, CsvForm form)
    {
        try
        {
            return Sep.New(form.Separator).Reader(o => o with { HasHeader = false, Unescape = true, DisableColCountCheck = true })
                .From(new StreamReader(stream, form.Encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 16));
        }
        catch (DecoderFallbackException)
        {
            throw NotUtf8(file, null);
        }
    }

    // The decoder reads ahead, so the row is where reading stood, not always where the byte is.
    private static UnreadableFile NotUtf8(string file, long? row) => new(new(file, row, null, null, ImportExpectation.Utf8));
}

/// <summary>The letters and the separator of a file that people keep; its rows are told as a table program counts them.</summary>
internal sealed record CsvForm(Encoding Encoding, char Separator);
