using System.Globalization;
using VillageInsurance.Benchmarks;

// Measures against the limits of this machine, interleaved in this one process: ratios count, times are information.
// "papers", "pages", "claims", "way", "find", "rosters", "lists", "deliveries", "import" or "indicators" measures that alone. One round of the big import takes about half a minute; "--import-rounds 3" for a quicker look.
const int Rounds = 7;
var at = Array.IndexOf(args, "--import-rounds");
var importRounds = at < 0 ? Rounds : int.Parse(args[at + 1], CultureInfo.InvariantCulture);
string[] parts = ["papers", "pages", "claims", "way", "find", "rosters", "lists", "deliveries", "import", "indicators"];
bool Wanted(string part) => args.Contains(part) || !parts.Any(args.Contains);

await using var server = await BenchServer.StartAsync();
var results = new Results();
if (Wanted("papers")) await PaperBenchmark.RunAsync(server, results, Rounds);
if (Wanted("pages")) await PageBenchmark.RunAsync(server, results, Rounds);
if (Wanted("claims")) await ClaimBenchmark.RunAsync(server, results, Rounds);
if (Wanted("rosters")) await RosterBenchmark.RunAsync(server, results, Rounds);
if (Wanted("lists")) await ListBenchmark.RunAsync(server, results, Rounds);
if (Wanted("deliveries")) await DeliveryBenchmark.RunAsync(server, results, Rounds);

if (!Wanted("way") && !Wanted("find") && !Wanted("import") && !Wanted("indicators")) return results.AllOk ? 0 : 1;

using var county = ScaledCounty.Write();
Console.WriteLine($"county: {ScaledCounty.Villages} villages, {county.Rows} rows");
if (Wanted("way")) await WayBenchmark.RunAsync(await server.NewDatabaseAsync(), county, results, Rounds);
if (Wanted("find")) await FindBenchmark.RunAsync(await server.NewDatabaseAsync(), county, results, Rounds);
if (Wanted("import"))
{
    await ImportBenchmark.OfSixteenAsync(server, results, Rounds);
    await ImportBenchmark.OfHundredFiftyAsync(server, county, results, importRounds);
}
if (Wanted("indicators")) await IndicatorBenchmark.RunAsync(await server.NewDatabaseAsync(), county, results, Rounds);
return results.AllOk ? 0 : 1;
