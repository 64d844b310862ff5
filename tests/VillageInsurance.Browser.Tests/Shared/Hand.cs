using Microsoft.Playwright;

namespace VillageInsurance.Browser.Tests.Shared;

/// <summary>The only way to act in a measured task. It counts data (D) and what goes beyond it (X): clicks, and keys that are not data.</summary>
internal sealed class Hand(IPage page)
{
    private const int KeysOfAHanzi = 3, ClicksOfAFile = 3;

    private int _unseen, _clicks, _keys, _typedKeys, _chordKeys, _episodes, _decisions;
    private bool _byMouse;

    /// <summary>Keys that are the data itself.</summary>
    public int DataKeys { get; private set; }

    /// <summary>Actions beyond the data. A chord is one.</summary>
    public int Beyond => _clicks + _keys;

    /// <summary>Seconds by the keystroke-level model: keys 0.28, clicks 1.30, a typing episode begun by mouse 0.80, and 1.35 for each field filled and button that commits.</summary>
    public double Seconds => 0.28 * (DataKeys + _chordKeys) + 1.30 * _clicks + 0.80 * _episodes + 1.35 * _decisions;

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
        _decisions++;
        if (_byMouse) _episodes++;
        _byMouse = false;
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
        _chordKeys += chord.Split('+').Length;
        await page.Keyboard.PressAsync(chord);
    }

    /// <summary>Presses what chooses or commits: it takes a thought.</summary>
    public Task DecideAsync(string chord)
    {
        _decisions++;
        return KeyAsync(chord);
    }

    /// <summary>Taps with a finger.</summary>
    public async Task TapAsync(ILocator place)
    {
        (_clicks, _byMouse) = (_clicks + 1, true);
        await place.TapAsync();
    }

    /// <summary>Clicks.</summary>
    public async Task ClickAsync(ILocator place)
    {
        (_clicks, _byMouse) = (_clicks + 1, true);
        await place.ClickAsync();
    }

    /// <summary>Chooses a file: the button, the file, and "open". The browser's dialog is out of the page's sight.</summary>
    public async Task FileAsync(ILocator place, string name, byte[] content)
    {
        (_clicks, _unseen, _byMouse) = (_clicks + ClicksOfAFile, _unseen + ClicksOfAFile, true);
        await place.SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = content });
    }

    /// <summary>The page saw as many acts as were counted, data keys set aside.</summary>
    public async Task CheckAsync() =>
        Assert.Equal(Beyond - _unseen, await page.EvaluateAsync<int>("Number(sessionStorage.getItem('acts') ?? 0)") - _typedKeys);
}
