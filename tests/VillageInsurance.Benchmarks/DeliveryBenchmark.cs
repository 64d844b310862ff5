using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using VillageInsurance.Domain.Deliveries;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Deliveries;

namespace VillageInsurance.Benchmarks;

/// <summary>The insurer's system delivers premiums on the demo county's policies, a hundred in a body, over HTTP with a key and the audit of each record; every row has to be taken.</summary>
internal static class DeliveryBenchmark
{
    private const int Rows = 100, Bodies = 50, Clients = 4;
    private const double Target = 500;

    public static async Task RunAsync(BenchServer server, Results results, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("bench-deliveries-").FullName;
        var (app, migrator) = await server.NewEmptyAsync();
        using var product = await ServedProduct.StartAsync(app, migrator, folder);
        using var client = new HttpClient { BaseAddress = product.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await KeyAsync(ConnectionSettings.ForApp(app)));
        await RoundAsync(client, 0);
        var speeds = new List<double>();
        for (var round = 1; round <= rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            await RoundAsync(client, round);
            speeds.Add(Rows * Bodies / watch.Elapsed.TotalSeconds);
            // The key's window of ten seconds is no part of the measure.
            await Task.Delay(TimeSpan.FromSeconds(1));
        }
        results.AtLeast("deliveries-rows-per-second", Results.Median(speeds), Target, $"{Clients} clients, bodies of {Rows}, slowest {speeds.Min():0}, median of {rounds}");
    }

    private static Task<string> KeyAsync(string app)
    {
        var admin = new Actor(StaffMember.CommandLineId, "bench", [new(Role.SecurityAdministrator, [Permission.ManageDeliveryKeys], DataScope.None, From: default)], new(2026, 3, 1));
        return new CreateDeliveryKey(new(ConnectionSettings.OptionsFor(app), new Always(admin), TimeProvider.System), TimeProvider.System)
            .RunAsync(new(Guid.CreateVersion7(), "Bench", DeliveryKinds.All, DateOnly.FromDateTime(DateTime.UtcNow).AddDays(30)));
    }

    private static Task RoundAsync(HttpClient client, int round) => Parallel.ForEachAsync(Enumerable.Range(0, Bodies), new ParallelOptions { MaxDegreeOfParallelism = Clients }, async (body, cancel) =>
    {
        using var answer = await client.PutAsJsonAsync("/api/v1/premiums", Enumerable.Range(body * Rows, Rows).Select(i => new
        {
            number = string.Create(CultureInfo.InvariantCulture, $"API-{round}-{i}"),
            policyNumber = string.Create(CultureInfo.InvariantCulture, $"B{i % 2_000 + 1:000000000}"),
            bookedOn = "2026-03-01",
            kind = "receipt",
            policyYear = 1,
            amountFen = 100,
            method = "bank",
        }), cancel);
        var rows = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancel)).RootElement;
        if (!answer.IsSuccessStatusCode || rows.EnumerateArray().FirstOrDefault(r => r.GetProperty("outcome").GetString() != "added") is { ValueKind: JsonValueKind.Object })
            throw new InvalidOperationException($"{answer.StatusCode}: {rows.ToString()[..300]}");
    });

    private sealed class Always(Actor actor) : ICurrentActor
    {
        public Task<Actor> GetAsync(CancellationToken cancel) => Task.FromResult(actor);
    }
}
