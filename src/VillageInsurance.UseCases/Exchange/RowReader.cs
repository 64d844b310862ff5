using System.Globalization;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Exchange;

/// <summary>Reads the cells of a table by their column's name, and tells what is wrong with each.</summary>
internal sealed class RowReader
{
    private static readonly HashSet<string> Numbers = ["id_no", "phone"], Names = ["name", "head_name"];

    private readonly TableRows _rows;
    private readonly ProblemList _problems;
    private readonly Dictionary<string, int> _columns = [];
    private readonly int _width;

    public RowReader(TableRows rows, ProblemList problems, params string[] needed)
    {
        (_rows, _problems) = (rows, problems);
        var header = rows.ReadHeader();
        _width = header.Length;
        for (var i = 0; i < header.Length; i++) _columns.TryAdd(header[i], i);
        foreach (var column in needed.Where(c => !_columns.ContainsKey(c)))
        {
            problems.Add(new(rows.File, 1, column, null, ImportExpectation.AllColumns, string.Join(", ", needed)));
            HasAllColumns = false;
        }
    }

    /// <summary>Without all columns no row is read.</summary>
    public bool HasAllColumns { get; } = true;

    /// <summary>Whether nothing is wrong with the row so far.</summary>
    public bool IsSound { get; private set; }

    public bool Read()
    {
        if (!HasAllColumns || !_rows.Read()) return false;
        IsSound = true;
        for (var i = _width; i < _rows.Count; i++)
            if (!_rows[i].IsWhiteSpace())
            {
                Tell(null, ImportExpectation.AsManyCellsAsColumns, $"{_width}");
                break;
            }
        if (_rows is CsvRows && _rows.Count < _width) Tell(null, ImportExpectation.AsManyCellsAsColumns, $"{_width}");
        return true;
    }

    /// <summary>A text that must not be empty.</summary>
    public string Text(string column, int most)
    {
        var cell = Cell(column);
        if (cell.IsEmpty) Tell(column, ImportExpectation.Text);
        return Limited(column, cell, most);
    }

    /// <summary>A text; null when empty.</summary>
    public string? TextOrNull(string column, int most)
    {
        var cell = Cell(column);
        return cell.IsEmpty ? null : Limited(column, cell, most);
    }

    public DateOnly Date(string column) => DateOrNull(column) ?? Missing<DateOnly>(column, ImportExpectation.Date);

    public DateOnly? DateOrNull(string column)
    {
        var cell = Cell(column);
        if (cell.IsEmpty) return null;
        if (DayText.TryParse(cell, out var day) && day.Year is >= 1850 and <= 2200) return day;
        Tell(column, ImportExpectation.Date);
        return DateOnly.MinValue;
    }

    /// <summary>A day that is not before another.</summary>
    public void NotBefore(string column, DateOnly? end, DateOnly start)
    {
        if (IsSound && end < start) Tell(column, ImportExpectation.NotBeforeStart, start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    public int Number(string column, int least, int most)
    {
        if (int.TryParse(Cell(column), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        return Missing<int>(column, ImportExpectation.WholeNumber, $"{least}–{most}");
    }

    public long Fen(string column) => Yuan.TryParse(Cell(column), out var fen) ? fen : Missing<long>(column, ImportExpectation.Money);

    public bool Flag(string column) => Cell(column) switch
    {
        "0" => false,
        "1" => true,
        _ => Missing<bool>(column, ImportExpectation.Flag),
    };

    /// <summary>A word of a closed list.</summary>
    public T OneOf<T>(string column, ClosedList<T> list) where T : struct => OneOfOrNull(column, list) ?? Missing<T>(column, ImportExpectation.OneOf, list.Words);

    /// <summary>A word of a closed list; null when empty.</summary>
    public T? OneOfOrNull<T>(string column, ClosedList<T> list) where T : struct
    {
        var cell = Cell(column);
        if (cell.IsEmpty) return null;
        if (list.Find(cell, out var value)) return value;
        Tell(column, ImportExpectation.OneOf, list.Words);
        return default(T);
    }

    /// <summary>Something that another row brought, by its key.</summary>
    public T? Known<T>(string column, Dictionary<string, T> known, ImportExpectation expected) where T : class =>
        known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(Cell(column), out var found) ? found : Missing<T>(column, expected);

    /// <summary>The same, or null when the cell is empty.</summary>
    public T? KnownOrNull<T>(string column, Dictionary<string, T> known, ImportExpectation expected) where T : class =>
        Cell(column).IsEmpty ? null : Known(column, known, expected);

    /// <summary>Tells a problem of the row at hand.</summary>
    public void Tell(string? column, ImportExpectation expected, string? detail = null)
    {
        IsSound = false;
        _problems.Add(new(_rows.File, _rows.Row, column, column is null ? null : Shown(column), expected, detail));
    }

    private ReadOnlySpan<char> Cell(string column)
    {
        var index = _columns[column];
        if (_rows.IsFormula(index)) Tell(column, ImportExpectation.NoFormula);
        return _rows[index].Trim();
    }

    private string Limited(string column, ReadOnlySpan<char> cell, int most)
    {
        if (cell.Length <= most && !cell.Contains('\0')) return cell.ToString();
        Tell(column, ImportExpectation.ShorterText, $"{most}");
        return "";
    }

    private T? Missing<T>(string column, ImportExpectation expected, string? detail = null)
    {
        Tell(column, expected, detail);
        return default;
    }

    // One cell too few or too many, and ID numbers and phones stand in any column.
    private static bool IsLikeANumberOfAPerson(string cell) =>
        (cell.Length is 15 or 18 || cell is { Length: 11 } and ['1', ..]) && cell.AsSpan(0, cell.Length - 1).IndexOfAnyExceptInRange('0', '9') < 0
        && (char.IsAsciiDigit(cell[^1]) || cell[^1] is 'X' or 'x');

    // What is shown of a cell leaves the server and is kept with the result: personal values masked, all values cut.
    private string Shown(string column)
    {
        var cell = _rows[_columns[column]].Trim().ToString();
        if (cell.Length > 40) cell = cell[..40];
        return Numbers.Contains(column) || IsLikeANumberOfAPerson(cell) ? Masking.Number(cell) : Names.Contains(column) ? Masking.Name(cell) : cell;
    }
}

/// <summary>The words that a column may hold, and what they mean.</summary>
internal sealed class ClosedList<T>(params (string Word, T Value)[] words) where T : struct
{
    private readonly Dictionary<string, T> _values = words.ToDictionary(w => w.Word, w => w.Value);

    public string Words { get; } = string.Join(", ", words.Select(w => w.Word));

    public bool Find(ReadOnlySpan<char> word, out T value) => _values.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out value);
}
