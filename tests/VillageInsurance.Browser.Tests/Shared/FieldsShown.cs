using Microsoft.Playwright;

namespace VillageInsurance.Browser.Tests.Shared;

/// <summary>Counts over a run: the views that one has to pass, and the fields that were visible and enabled, once each.</summary>
internal sealed class FieldsShown(IPage page)
{
    private readonly HashSet<string> _shown = [], _required = [];
    private string _last = "";

    public int Views { get; private set; }
    public int Shown => _shown.Count;
    public int Required => _required.Count;

    /// <summary>Looks at what is visible now.</summary>
    public async Task LookAsync()
    {
        var path = new Uri(page.Url).AbsolutePath;
        if (path != _last) (Views, _last) = (Views + 1, path);
        foreach (var field in await page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('input, select, textarea, [role=combobox], [role=switch]')]
                .filter(e => e.checkVisibility() && !e.disabled && !e.readOnly)
                .map(e => `${e.required || e.ariaRequired === 'true' ? '*' : ''}${e.type === 'radio' ? e.name : e.id}`)
            """))
        {
            _shown.Add($"{path} {field.TrimStart('*')}");
            if (field.StartsWith('*')) _required.Add($"{path} {field}");
        }
    }
}
