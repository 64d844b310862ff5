namespace VillageInsurance.UseCases.Exchange;

/// <summary>What is wrong in a file, and where.</summary>
/// <param name="File">The file or sheet.</param>
/// <param name="Row">The row, from 1 with the header; null when it concerns the whole file.</param>
/// <param name="Column">The column's name; null when it concerns the whole row.</param>
/// <param name="Value">What stands there, cut, and masked where it is personal.</param>
/// <param name="Expected">What is expected instead.</param>
/// <param name="Detail">A number or list that belongs to the expectation, such as the allowed words; null for none.</param>
public sealed record ImportProblem(string File, long? Row, string? Column, string? Value, ImportExpectation Expected, string? Detail = null)
{
    /// <summary>Finds the explanation in the texts.</summary>
    public string TextKey => $"{nameof(ImportExpectation)}.{Expected}";
}

/// <summary>What an import expects, each with its text.</summary>
public enum ImportExpectation
{
    // Of a file
    KnownTable, FileNotEmpty, ZipOrWorkbook, Utf8, OneFileForEachTable, SmallEnough, FewerRows, AllColumns, NoMacrosOrLinks, ReadableWorkbook, FewerEmptyCells,

    // Of a row
    AsManyCellsAsColumns, UniqueKey,

    // Of a cell
    Text, ShorterText, Date, WholeNumber, Money, Flag, OneOf, NoFormula, IdNumber, BirthDateOfIdNumber, SexOfIdNumber,
    NotBeforeStart, AreaCode, CodeOfThisCounty, KnownTownship, KnownVillage, KnownHousehold, KnownResident, KnownProduct, KnownPolicy, KnownStaff,

    // Of a claim
    AfterEarlierStep, DaysInOrder, FitsTheDecision,
}

/// <summary>Collects problems: all are counted, the first thousand are kept.</summary>
internal sealed class ProblemList
{
    public const int Most = 1000;

    private readonly List<ImportProblem> _listed = [];

    public long Count { get; private set; }
    public IReadOnlyList<ImportProblem> Listed => _listed;

    public void Add(ImportProblem problem)
    {
        Count++;
        if (_listed.Count < Most) _listed.Add(problem);
    }
}

/// <summary>A whole file cannot be read; thrown by the readers and told like any other problem.</summary>
internal sealed class UnreadableFile(ImportProblem problem) : Exception
{
    public ImportProblem Problem => problem;
}
