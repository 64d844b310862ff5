namespace VillageInsurance.UseCases.Rosters;

/// <summary>Why a file is not read at all; each has its text.</summary>
public enum FileFault
{
    // By its kind
    Empty = 1, NotASheet, OldWorkbook, Encrypted, UnknownEncoding,

    // By its size
    TooBig, TooManyParts, UnpacksTooBig, TooManyRows, TooManyColumns, TooManyEmptyCells,

    // By what a data file has no use for
    Macros, ExternalLinks, EmbeddedObjects, DocumentType, Formula,

    // By its content
    Broken, BrokenQuotes, NoHeader, OtherVillage, NoHouseholds,
}

/// <summary>A file is refused as a whole; where a cell is at fault its place is told.</summary>
internal sealed class RefusedFile(FileFault fault, long? row = null, string? column = null) : Exception(fault.ToString())
{
    public FileFault Fault => fault;
    public long? Row => row;
    public string? Column => column;
}
