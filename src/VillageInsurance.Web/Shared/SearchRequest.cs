namespace VillageInsurance.Web.Shared;

/// <summary>Carries what was typed in the top bar to the page that searches. It stays in the circuit: a name or number never stands in an address.</summary>
public sealed class SearchRequest
{
    /// <summary>What was asked for last and not yet taken.</summary>
    private string? _term;

    /// <summary>Raised when something is asked for.</summary>
    public event Action? Asked;

    /// <summary>Asks.</summary>
    public void Ask(string term)
    {
        _term = term;
        Asked?.Invoke();
    }

    /// <summary>Takes what was asked for, once; null when nothing was.</summary>
    public string? Take()
    {
        var term = _term;
        _term = null;
        return term;
    }
}
