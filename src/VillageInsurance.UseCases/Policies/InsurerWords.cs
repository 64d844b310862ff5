using System.Text.Json;
using VillageInsurance.Domain.Claims;
using VillageInsurance.Domain.Policies;

namespace VillageInsurance.UseCases.Policies;

/// <summary>The words of the insurer's lists for what is a closed list of ours, as the data file holds them.</summary>
internal sealed record InsurerWords(
    Dictionary<PayMode, string[]> PayModes, Dictionary<PaymentKind, string[]> PaymentKinds, Dictionary<PaymentMethod, string[]> PaymentMethods, Dictionary<Payee, string[]> Payees,
    Dictionary<ReceiptForm, string[]> ReceiptForms, Dictionary<GraceTerm, string[]> GraceTerms, Dictionary<ClaimDecision, string[]> ClaimDecisions)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    /// <summary>Those that come with the product.</summary>
    public static InsurerWords Own { get; } = Read();

    /// <summary>What a cell means; null for none of the words.</summary>
    public static T? Find<T>(Dictionary<T, string[]> words, string cell) where T : struct, Enum =>
        words.Where(w => w.Value.Contains(cell.Trim(), StringComparer.OrdinalIgnoreCase)).Select(w => (T?)w.Key).FirstOrDefault();

    private static InsurerWords Read()
    {
        using var file = typeof(InsurerWords).Assembly.GetManifestResourceStream("insurer-words.json")!;
        return JsonSerializer.Deserialize<InsurerWords>(file, Format)!;
    }
}
