using Microsoft.Playwright;

namespace VillageInsurance.Browser.Tests.Shared;

/// <summary>The only way to act in a measured task. It counts data (D) and what goes beyond it (X): clicks, and keys that are not data.</summary>
internal sealed class Hand(IPage page)
{
    private const int KeysOfAHanzi = 3;

    private int _clicks, _keys, _typedKeys;

    /// <summary>Keys that are the data itself.</summary>
    public int DataKeys { get; private set; }

    /// <summary>Actions beyond the data. A chord is one.</summary>
    public int Beyond => _clicks + _keys;

    /// <summary>Counts for itself what the page really received, so that nothing acts unseen.</summary>
    public static Task WatchAsync(IPage page) => page.Context.AddInitScriptAsync("""
        window.__acts = Number(sessionStorage.getItem('acts') ?? 0);
        const count = () => sessionStorage.setItem('acts', ++window.__acts);
        addEventListener('keydown', e => { if (e.isTrusted && !e.repeat && !['Shift', 'Control', 'Alt', 'Meta'].includes(e.key)) count(); }, true);
        addEventListener('pointerdown', e => { if (e.isTrusted) count(); }, true);
        """);

    /// <summary>Types data into what has the focus.</summary>
    public async Task DataAsync(string text)
    {
        foreach (var letter in text)
        {
            if (char.IsAscii(letter))
            {
                await page.Keyboard.PressAsync(letter.ToString());
                (_typedKeys, DataKeys) = (_typedKeys + 1, DataKeys + 1);
            }
            else
            {
                await page.Keyboard.InsertTextAsync(letter.ToString());
                DataKeys += KeysOfAHanzi;
            }
        }
    }

    /// <summary>Presses a key or a chord.</summary>
    public async Task KeyAsync(string chord)
    {
        _keys++;
        await page.Keyboard.PressAsync(chord);
    }

    /// <summary>Clicks.</summary>
    public async Task ClickAsync(ILocator place)
    {
        _clicks++;
        await place.ClickAsync();
    }

    /// <summary>The page saw as many acts as were counted, data keys set aside.</summary>
    public async Task CheckAsync() =>
        Assert.Equal(Beyond, await page.EvaluateAsync<int>("Number(sessionStorage.getItem('acts') ?? 0)") - _typedKeys);
}
