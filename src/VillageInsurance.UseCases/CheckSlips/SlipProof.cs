using System.Globalization;
using System.Security.Cryptography;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.CheckSlips;

/// <summary>What a slip's code proves: that this system gave out this number on this day. It is reckoned, not looked up, so whoever checks a slip reaches no record and can find out nothing by trying numbers.</summary>
public sealed class SlipProof(Vault vault)
{
    /// <summary>The proof for a number and day, 22 characters that fit into an address.</summary>
    public string Of(string number, DateOnly on) =>
        Convert.ToBase64String(vault.IndexOf($"check slip {number} {on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}").AsSpan(0, 16)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>Whether a proof belongs to the number and day.</summary>
    public bool Holds(string number, DateOnly on, string proof) =>
        CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(Of(number, on)), System.Text.Encoding.UTF8.GetBytes(proof));
}
