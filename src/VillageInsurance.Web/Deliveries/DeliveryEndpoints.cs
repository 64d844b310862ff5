using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Localization;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Deliveries;
using VillageInsurance.UseCases.Policies;
using VillageInsurance.UseCases.Rosters;
using VillageInsurance.Web.Texts;

namespace VillageInsurance.Web.Deliveries;

/// <summary>The interface of the insurer's system: policies, premiums and claims by their numbers, one by address or up to a hundred in a body. PUT says how things are, so that a repeat changes nothing.</summary>
internal static class DeliveryEndpoints
{
    public const string Root = "/api/v1";

    // Any: so that another type is answered here, with a problem, and not by the router.
    private const string Json = "application/json", Any = "*/*";

    private const long LargestBody = 1_000_000;

    /// <summary>Unknown fields are refused: a misspelt one would be lost without a word.</summary>
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public static void MapDeliveries(this WebApplication app)
    {
        var api = app.MapGroup(Root).RequireAuthorization(DeliveryKeyScheme.Policy).RequireRateLimiting(DeliveryKeyScheme.Policy).WithGroupName("v1");
        Map<PolicyBody>(api, "policies", (body, number) => body with { Number = number }, body => body.Number, async (services, bodies) =>
            await services.GetRequiredService<DeliverPolicies>().RunAsync(new([.. bodies.Select((b, i) => b.AsRow(i))])));
        Map<PremiumBody>(api, "premiums", (body, number) => body with { Number = number }, body => body.Number, async (services, bodies) =>
            await services.GetRequiredService<DeliverPremiums>().RunAsync(new([.. bodies.Select((b, i) => b.AsRow(i))])));
        Map<ClaimBody>(api, "claims", (body, number) => body with { Number = number }, body => body.Number, async (services, bodies) =>
            await services.GetRequiredService<DeliverClaims>().RunAsync(new([.. bodies.Select((b, i) => b.AsRow(i))])));
        app.MapOpenApi($"{Root}/openapi.json").RequireAuthorization(DeliveryKeyScheme.Policy);
    }

    private static void Map<T>(RouteGroupBuilder api, string what, Func<T, string, T> named, Func<T, string?> numberOf, Func<IServiceProvider, IReadOnlyList<T>, Task<IReadOnlyList<DeliveredRow>>> take)
        where T : class
    {
        api.MapPut($"/{what}/{{number}}", (string number, HttpContext context) => AnswerAsync<T>(context, async body =>
        {
            var result = (await take(context.RequestServices, [named(body, number)]))[0];
            var answer = AnswerOf(context, result, number, "");
            return result.Outcome is RowOutcome.Asks or RowOutcome.Refused
                ? Problems.Of(StatusCodes.Status422UnprocessableEntity, $"Delivery{result.Outcome}", context, [new(answer.At ?? "", answer.Detail ?? "")])
                : Results.Json(answer, Format, statusCode: result.Outcome == RowOutcome.Added ? StatusCodes.Status201Created : StatusCodes.Status200OK);
        })).Accepts<T>(Json, Any).Produces<RowAnswer>().Produces<RowAnswer>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status422UnprocessableEntity).Describe(what, one: true);
        api.MapPut($"/{what}", (Delegate)((HttpContext context) => AnswerAsync<List<T>>(context, async bodies =>
            Results.Json((await take(context.RequestServices, bodies)).Select(r => AnswerOf(context, r, numberOf(bodies[r.Row]), $"/{r.Row}")), Format))))
            .Accepts<List<T>>(Json, Any).Produces<List<RowAnswer>>().Describe(what, one: false);
    }

    private static RouteHandlerBuilder Describe(this RouteHandlerBuilder endpoint, string what, bool one) => endpoint.WithName($"put-{what}{(one ? "-one" : "")}").WithTags(what)
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status429TooManyRequests);

    private static async Task<IResult> AnswerAsync<T>(HttpContext context, Func<T, Task<IResult>> take) where T : class
    {
        try
        {
            if (context.Request.ContentLength > LargestBody) return Problems.Of(StatusCodes.Status413PayloadTooLarge, "DeliveryTooLarge", context);
            if (!context.Request.HasJsonContentType()) return Problems.Of(StatusCodes.Status415UnsupportedMediaType, "DeliveryNotJson", context);
            return await JsonSerializer.DeserializeAsync<T>(context.Request.Body, Format, context.RequestAborted) is { } body
                && (body is not System.Collections.IEnumerable rows || rows.Cast<object?>().All(r => r is not null))
                ? await take(body) : Problems.Of(StatusCodes.Status400BadRequest, "DeliveryMalformed", context, [new("", "null")]);
        }
        catch (JsonException no) { return Problems.Of(StatusCodes.Status400BadRequest, "DeliveryMalformed", context, [new(PointerOf(no.Path), "")]); }
        catch (InvalidInput no) { return Problems.Of(StatusCodes.Status400BadRequest, "DeliveryMalformed", context, [.. no.Problems.Select(p => new Problems.Fault(PointerOf(p.Field), p.Message))]); }
        catch (NotPermitted) { return Problems.Of(StatusCodes.Status403Forbidden, "DeliveryNotPermitted", context); }
        catch (OutOfReach) { return Problems.Of(StatusCodes.Status503ServiceUnavailable, "DeliveryOutOfReach", context); }
        catch (Refusal no) { return Problems.Of(StatusCodes.Status409Conflict, "DeliveryRefused", context, [new("", context.RequestServices.GetRequiredService<IStringLocalizer<MessageTexts>>()[no.TextKey])]); }
    }

    private static RowAnswer AnswerOf(HttpContext context, DeliveredRow result, string? number, string root) => new(result.Row, number, result.Outcome,
        result.Field is { } field ? root + PlaceOf(field) : null,
        result.Why is { } why ? context.RequestServices.GetRequiredService<IStringLocalizer<MessageTexts>>()[why].Value : null);

    // What a row calls a field, and where it stands in the body.
    private static string PlaceOf(string field) => field switch
    {
        nameof(RosterField.PolicyNo) or nameof(RosterField.GroupPolicyNo) => field == nameof(RosterField.PolicyNo) ? "/policyNumber" : "/groupNumber",
        nameof(RosterField.PaymentNo) => "/number",
        nameof(RosterField.IdNumber) or nameof(RosterField.Name) => field == nameof(RosterField.Name) ? "/insured/name" : "/insured/idNumber",
        nameof(RosterField.HolderIdNumber) or nameof(RosterField.HolderName) => field == nameof(RosterField.HolderName) ? "/holder/name" : "/holder/idNumber",
        nameof(RosterField.Village) => "/village/name",
        nameof(RosterField.Township) => "/village/township",
        nameof(RosterField.VillageCode) => "/village/code",
        nameof(RosterField.IssueDate) => "/issuedOn",
        nameof(RosterField.EffectiveDate) => "/effectiveOn",
        nameof(RosterField.EndDate) => "/endsOn",
        nameof(RosterField.Premium) => "/premiumFen",
        nameof(RosterField.SumInsured) => "/sumInsuredFen",
        nameof(RosterField.PaymentKind) => "/kind",
        nameof(RosterField.PaymentMethod) => "/method",
        nameof(RosterField.ReceiptForm) => "/receipt",
        nameof(RosterField.GraceTerm) => "/grace",
        nameof(RosterField.HesitationCancelledOn) or nameof(RosterField.SurrenderedOn) or nameof(RosterField.SuspendedOn) or nameof(RosterField.ReinstatedOn) or nameof(RosterField.ClaimEndedOn) =>
            $"/standing/{JsonNamingPolicy.CamelCase.ConvertName(field)}",
        _ => $"/{JsonNamingPolicy.CamelCase.ConvertName(field)}",
    };

    // "$[3].insured.idNumber" of the reader, "Rows[3]" of the rules: both as RFC 6901 writes it.
    private static string PointerOf(string? path) => string.Concat((path ?? "").Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries).Where(p => p is not ("$" or "Rows")).Select(p => $"/{p}"));
}
