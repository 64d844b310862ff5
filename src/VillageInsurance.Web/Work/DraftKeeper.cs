using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.Web.Work;

/// <summary>Keeps what a form's user types as a draft on the server, two seconds after the last key, and at once when the page is left.</summary>
public sealed class DraftKeeper(SaveDraft save, FindDraft find, TimeProvider clock) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private (string Form, Guid Record, Func<string> Content)? _form;
    private ITimer? _timer;
    private bool _waiting;

    /// <summary>Raised when the state below changed; on another thread than the page's.</summary>
    public event Action? Changed;

    /// <summary>When the draft was saved last.</summary>
    public DateTimeOffset? SavedAt { get; private set; }

    /// <summary>The last save did not reach the server; the next key tries again.</summary>
    public bool Failed { get; private set; }

    /// <summary>Turns to a form, and gives what was typed into it before.</summary>
    public async Task<FindDraft.View?> OpenAsync(string form, Guid record, Func<string> content, CancellationToken cancel = default)
    {
        await FlushAsync();
        (_form, SavedAt, Failed) = ((form, record, content), null, false);
        return await find.RunAsync(form, record, cancel);
    }

    /// <summary>Something was typed.</summary>
    public void Typed()
    {
        _waiting = true;
        _timer ??= clock.CreateTimer(_ => _ = FlushAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(Pause, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The form was sent, and its draft with it: nothing more is to be saved.</summary>
    public void Sent() => (_waiting, SavedAt) = (false, null);

    /// <summary>Saves what waits.</summary>
    public async Task FlushAsync()
    {
        if (!_waiting || _form is not { } form) return;
        _waiting = false;
        try
        {
            SavedAt = await save.RunAsync(new(form.Form, form.Record, form.Content()));
            Failed = false;
        }
        catch (Exception no) when (no is Refusal or System.Data.Common.DbException)
        {
            // Said by the mark; what is typed stays in the form, and the next key, or leaving the page, tries again.
            Failed = _waiting = true;
        }
        Changed?.Invoke();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_timer is not null) await _timer.DisposeAsync();
        await FlushAsync();
    }
}
