namespace VillageInsurance.Web.Shared;

/// <summary>What the page has to say about the last thing that was asked of it and refused. One for each circuit; <see cref="NoticePlace"/> shows it.</summary>
public sealed class PageNotice
{
    /// <summary>Raised when the text comes, changes or goes.</summary>
    public event Action? Changed;

    /// <summary>Null when there is nothing to say.</summary>
    public string? Text { get; private set; }

    /// <summary>Says it, or nothing more with null.</summary>
    public void Show(string? text)
    {
        if (Text == text) return;
        Text = text;
        Changed?.Invoke();
    }
}
