using VillageInsurance.Benchmarks;

// Measures against the limits of this machine, interleaved in this one process: ratios count, times are information.
// Rounds of the big import: three by default, because one takes half a minute; "--import-rounds 7" for more.
var rounds = 7;
var importRounds = args is ["--import-rounds", var given] ? int.Parse(given, System.Globalization.CultureInfo.InvariantCulture) : 3;

await using var server = await BenchServer.StartAsync();
using var county = ScaledCounty.Write();
Console.WriteLine($"county: {ScaledCounty.Villages} villages, {county.Rows} rows");

var results = new Results();
await ImportBenchmark.OfSixteenAsync(server, results, rounds);
await ImportBenchmark.OfHundredFiftyAsync(server, county, results, importRounds);
await IndicatorBenchmark.RunAsync(await server.NewDatabaseAsync(), county, results, rounds);
return results.AllOk ? 0 : 1;
