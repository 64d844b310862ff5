using System.Text.Json;
using VillageInsurance.Domain.Reconciliations;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Reconciliations;

/// <summary>One side of a line: what the file states, or what is recorded; null where that side does not say.</summary>
public sealed record PremiumSide(string? Receipt, string? Policy, DateOnly? Day, long? Fen, string? Payer, string? Owner)
{
    internal static PremiumSide? Of(StatedPremium? s) => s is null ? null : new(s.Receipt, s.Policy, s.Day, s.Fen, s.Payer, s.Owner);

    internal static PremiumSide? Of(BookedPremium? b) => b is null ? null : new(b.Receipt, b.Policy, b.Day, b.Fen, b.ExpectedPayer, b.Owner);

    // Who pays is shown as everywhere to the insurer's people: the first character of a name.
    internal PremiumSide Masked() => this with { Payer = Payer is { } payer ? Masking.Name(payer) : null, Owner = Owner is { } owner ? Masking.Name(owner) : null };
}

/// <summary>What a line holds sealed.</summary>
/// <param name="Why">The text key of why the row cannot be read; null when it can.</param>
internal sealed record ReconciledCells(PremiumSide? Stated, PremiumSide? Booked, string? Why = null)
{
    /// <summary>The name of the sealed cells; it never changes.</summary>
    public const string Name = "reconciled_lines.cells";

    // Masked names of two people may look alike; only here it can still be told.
    public bool IsOtherPayer() => ComparedPremium.Differ(Stated?.Payer, Booked?.Payer);

    public bool IsOtherOwner() => ComparedPremium.Differ(Stated?.Owner, Booked?.Owner ?? Booked?.Payer);

    public byte[] SealedFor(Vault vault, Guid line) => vault.SealBytes(Name, line, JsonSerializer.SerializeToUtf8Bytes(this, JsonColumn.Format));

    public static ReconciledCells Of(Vault vault, ReconciledLine line) => JsonSerializer.Deserialize<ReconciledCells>(vault.OpenBytes(Name, line.Id, line.Cells), JsonColumn.Format)!;
}
