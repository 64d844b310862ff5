using VillageInsurance.UseCases.Exchange;

namespace VillageInsurance.UseCases.Rosters;

/// <summary>What an upload may hold. A measurement, which no upload is, lifts them.</summary>
internal sealed record SheetLimits(long Bytes, long UnpackedBytes, TableLimits Table)
{
    /// <summary>10 MB, unpacked 200 MB; 50,000 rows of 200 columns; 500,000 cells that hold nothing.</summary>
    public static readonly SheetLimits Upload = new(10_000_000, 200_000_000, new(50_000, 200, 500_000));
}
