using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Schemes;

namespace VillageInsurance.UseCases.Data;

/// <summary>The two schemes that come with the product, as the data files say. Stored with every migration; a newer product brings its newer templates,
/// schemes that the office made stay as they are.</summary>
internal static class SchemeTemplates
{
    public static async Task StoreAsync(AppDb db, CancellationToken cancel)
    {
        foreach (var (id, programme, file) in new[]
        {
            (Scheme.CityTemplateId, Programme.City, "city-scheme.json"), (Scheme.TownTemplateId, Programme.Town, "town-scheme.json"),
        })
        {
            var template = Read(file);
            // Not loaded: an older product's template may lack what this one asks for.
            if (await db.Schemes.AnyAsync(s => s.Id == id, cancel))
            {
                var rules = JsonSerializer.Serialize(template.Rules, JsonColumn.Format);
                await db.Database.ExecuteSqlAsync($"update schemes set rules = {rules}::jsonb where id = {id}", cancel);
                continue;
            }
            db.Schemes.Add(new Scheme(id, programme, year: 0, number: 1, template.Name, template.Rules, SchemeStatus.Template));
        }
        await db.SaveChangesAsync(cancel);
    }

    internal static Template Read(string file)
    {
        using var stream = typeof(SchemeTemplates).Assembly.GetManifestResourceStream(file)!;
        return JsonSerializer.Deserialize<Template>(stream, JsonColumn.Format)!;
    }

    internal sealed record Template(Wording Name, SchemeRules Rules);
}
