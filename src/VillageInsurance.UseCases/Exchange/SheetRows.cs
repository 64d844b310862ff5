using System.Buffers;
using System.Globalization;
using System.Xml;

namespace VillageInsurance.UseCases.Exchange;

/// <summary>Rows of one sheet, read as the file goes by: nothing of it is held but the row at hand.</summary>
internal sealed class SheetRows(string sheet, Stream stream, IReadOnlyList<string> shared, IReadOnlyList<bool> isDate) : TableRows(sheet)
{
    // Excel counts days from here; before March 1900 it is off by one, which no date of ours is.
    private static readonly DateTime DayZero = new(1899, 12, 30);

    // Excel's own limit.
    private const int LongestText = 32_767;

    private readonly XmlReader _xml = Workbook.Reader(stream);
    private readonly List<string> _cells = [];
    private readonly HashSet<int> _formulas = [];
    private int _emptyCells;

    public override int Count => _cells.Count;

    public override ReadOnlySpan<char> this[int column] => column < _cells.Count ? _cells[column] : "";

    public override bool IsFormula(int column) => _formulas.Contains(column);

    public override void Dispose() => _xml.Dispose();

    protected override bool ReadRow()
    {
        try
        {
            while (_xml.Read())
            {
                if (_xml is not { NodeType: XmlNodeType.Element, LocalName: "row" }) continue;
                Row = long.TryParse(_xml.GetAttribute("r"), CultureInfo.InvariantCulture, out var number) ? number : Row + 1;
                _cells.Clear();
                _formulas.Clear();
                if (!_xml.IsEmptyElement) ReadCells();
                if (_cells.Any(c => c.Length > 0)) return true;
            }
            return false;
        }
        catch (Exception cause) when (Workbook.IsUnreadable(cause))
        {
            throw new UnreadableFile(new(File, Row, null, null, ImportExpectation.ReadableWorkbook));
        }
    }

    /// <summary>The text of a string item: its runs, without the readings that East Asian texts may carry.</summary>
    public static string TextOf(XmlReader item)
    {
        if (item.IsEmptyElement) return "";
        var depth = item.Depth;
        string text = "";
        var isReading = false;
        while (item.Read() && item.Depth > depth)
        {
            if (item.LocalName == "rPh") isReading = item.NodeType == XmlNodeType.Element;
            else if (!isReading && item.NodeType is (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace))
                text = text.Length == 0 ? ValueOf(item) : text + ValueOf(item);
            if (text.Length > LongestText) throw new InvalidDataException("A text is longer than a cell can hold.");
        }
        return text;
    }

    // Read in pieces: a text of a gigabyte is given up before it is held.
    private static string ValueOf(XmlReader item)
    {
        var buffer = ArrayPool<char>.Shared.Rent(LongestText + 1);
        try
        {
            var length = 0;
            for (int read; length <= LongestText && (read = item.ReadValueChunk(buffer, length, LongestText + 1 - length)) > 0;) length += read;
            return new string(buffer, 0, length);
        }
        finally { ArrayPool<char>.Shared.Return(buffer); }
    }

    private void ReadCells()
    {
        var depth = _xml.Depth;
        while (_xml.Read() && _xml.Depth > depth)
        {
            if (_xml is not { NodeType: XmlNodeType.Element, LocalName: "c" }) continue;
            var column = _xml.GetAttribute("r") is { } place ? ColumnOf(place) : _cells.Count;
            if (column >= Limits.Columns) throw new UnreadableFile(new(File, Row, null, null, ImportExpectation.SmallEnough, $"{Limits.Columns}"));
            while (_cells.Count <= column) _cells.Add("");
            _cells[column] = ReadCell(column);
            if (_cells[column].Length == 0 && ++_emptyCells > Limits.EmptyCells) throw new UnreadableFile(new(File, Row, null, null, ImportExpectation.FewerEmptyCells, $"{Limits.EmptyCells}"));
        }
    }

    private string ReadCell(int column)
    {
        var (type, style) = (_xml.GetAttribute("t"), _xml.GetAttribute("s"));
        if (_xml.IsEmptyElement) return "";
        var (value, depth) = ("", _xml.Depth);
        while (_xml.Read() && _xml.Depth > depth)
        {
            if (_xml.NodeType != XmlNodeType.Element) continue;
            if (_xml.LocalName == "f") _formulas.Add(column);
            else if (_xml.LocalName is "v" or "is") value = TextOf(_xml);
        }
        return type switch
        {
            "s" => shared[int.Parse(value, CultureInfo.InvariantCulture)],
            "inlineStr" or "str" or "e" => value,
            "b" => value,
            _ => Number(value, style is not null && isDate.ElementAtOrDefault(int.Parse(style, CultureInfo.InvariantCulture))),
        };
    }

    // A binary fraction is written with up to 17 digits; the shortest text that means the same one is what was typed.
    private static string Number(string value, bool isDay)
    {
        if (value.Length == 0) return "";
        if (isDay) return DayZero.AddDays(double.Parse(value, CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return value.AsSpan().ContainsAny('.', 'E') ? double.Parse(value, CultureInfo.InvariantCulture).ToString("0.################", CultureInfo.InvariantCulture) : value;
    }

    private static int ColumnOf(string place)
    {
        var column = 0;
        foreach (var letter in place)
        {
            if (!char.IsAsciiLetterUpper(letter)) break;
            column = column * 26 + (letter - 'A' + 1);
        }
        return column - 1;
    }
}
