using Microsoft.Extensions.Localization;
using VillageInsurance.Web.Texts;

namespace VillageInsurance.Web.Deliveries;

/// <summary>Answers of the interface that say no, as problem details (RFC 9457): what is wrong, where in the body, what to do.</summary>
internal static class Problems
{
    /// <summary>One fault of a body: a JSON pointer, and the words.</summary>
    public sealed record Fault(string Pointer, string Detail);

    /// <summary>A problem by the key of its text.</summary>
    public static IResult Of(int status, string key, HttpContext context, IReadOnlyList<Fault>? faults = null, params object[] values)
    {
        var texts = context.RequestServices.GetRequiredService<IStringLocalizer<DeliveryTexts>>();
        return Results.Problem(texts[key, values], context.Request.Path, status, texts[$"{key}.Title"], $"urn:village-insurance:{key}",
            faults is null ? null : new Dictionary<string, object?> { ["errors"] = faults });
    }
}
