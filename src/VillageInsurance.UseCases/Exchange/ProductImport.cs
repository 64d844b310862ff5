namespace VillageInsurance.UseCases.Exchange;

/// <summary>products.csv: the catalogue, with the flags that say which figures a product counts in.</summary>
internal sealed class ProductImport() : TableImport("products",
    "id uuid, is_new boolean, code text, name text, kind text, long_term boolean, counts_student boolean, counts_accident boolean, counts_life_regular boolean",
    "code", "name", "kind", "long_term", "counts_student", "counts_accident", "counts_life_regular")
{
    private static readonly Target Products = new("products", "id, !code, name, kind, long_term, counts_student, counts_accident, counts_life_regular");

    protected override void Take(ImportRun run, RowReader row, Stage stage)
    {
        var (code, name, kind) = (row.Text("code", 40), row.Text("name", 100), row.Text("kind", 40));
        var (isLong, student, accident, life) = (row.Flag("long_term"), row.Flag("counts_student"), row.Flag("counts_accident"), row.Flag("counts_life_regular"));
        var product = KnownRow.Take(run.Keys.Products, code, row, "code");
        if (!row.IsSound) return;
        stage.Row(product.IsNew).Put(product.Id).Put(product.IsNew).Put(code).Put(name).Put(kind).Put(isLong).Put(student).Put(accident).Put(life);
    }

    protected override Task<(long Added, long Changed)> MergeAsync(ImportRun run, Stage stage) => stage.MergeAsync(Products, run.Batch);
}
