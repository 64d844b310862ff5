using VillageInsurance.Domain.Papers;

namespace VillageInsurance.UseCases.Papers;

/// <summary>Collects what one paper says.</summary>
internal sealed class PaperValues
{
    private readonly Dictionary<string, string> _values = [];
    private readonly Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> _lists = [];

    /// <summary>Sets the value of a place; null leaves it empty.</summary>
    public string? this[string place] { set => _values[place] = value ?? ""; }

    /// <summary>Sets the rows of a list, each given as its cells by name.</summary>
    public PaperValues With(string list, IEnumerable<IReadOnlyDictionary<string, string>> rows)
    {
        _lists[list] = [.. rows];
        return this;
    }

    /// <summary>One row.</summary>
    public static IReadOnlyDictionary<string, string> Row(params (string Name, string? Value)[] cells) => cells.ToDictionary(c => c.Name, c => c.Value ?? "");

    /// <summary>The whole.</summary>
    public PaperContent Content(PaperKind kind, PaperOf of) => new(kind, of.RecordId, of.VillageId, of.PlaceCode, of.Year, of.Standing, _values, _lists);
}

/// <summary>What every paper is about: its record, the area that the record belongs to with its code, the programme year, and how far it may be relied on.</summary>
internal sealed record PaperOf(Guid RecordId, Guid VillageId, string PlaceCode, int Year, PaperStanding Standing);

/// <summary>Who gives an opinion on a paper, in the order of the deciding chain; empty while nobody has.</summary>
internal sealed record PaperSigner(string Body, string Opinion = "", string Name = "", DateOnly? On = null)
{
    public static IEnumerable<IReadOnlyDictionary<string, string>> Rows(IEnumerable<PaperSigner> signers) =>
        signers.Select(s => PaperValues.Row(("body", s.Body), ("opinion", s.Opinion), ("name", s.Name), ("date", PaperBook.Words.Day(s.On))));
}
