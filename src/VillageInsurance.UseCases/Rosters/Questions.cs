namespace VillageInsurance.UseCases.Rosters;

/// <summary>The open questions of a list. Rows of other lists and of the register go by once, and leave answers where they fit; none of them is kept.</summary>
internal sealed class Questions
{
    // A name that more rows ask about tells nobody apart; looking at all of them for every row would never end.
    private const int MostOfAKey = 50;

    private readonly List<OpenQuestion> _all = [];
    private readonly Dictionary<(char Kind, string Text), List<OpenQuestion>> _byKey = [];

    public int Count => _all.Count;

    public void Add(OpenQuestion question)
    {
        _all.Add(question);
        foreach (var key in KeysOf(question.Facts))
            if (!_byKey.TryGetValue(key, out var others)) _byKey.Add(key, [question]);
            else if (others.Count < MostOfAKey) others.Add(question);
    }

    /// <summary>The texts by which the register is asked who may answer.</summary>
    public string[] Names => Texts('n');
    public string[] HouseholdNos => Texts('h');
    public string[] PolicyNos => Texts('p');
    public string[] IdNumbers => Texts('i');

    /// <summary>Lets somebody's facts answer what they can.</summary>
    public void Consider(KnownFacts known)
    {
        if (_all.Count == 0) return;
        foreach (var key in KeysOf(known))
            if (_byKey.TryGetValue(key, out var questions))
                foreach (var question in questions) question.Consider(known);
    }

    private string[] Texts(char kind) => [.. _byKey.Keys.Where(key => key.Kind == kind).Select(key => key.Text)];

    private static IEnumerable<(char, string)> KeysOf(KnownFacts facts)
    {
        if (facts.IdNumber is { } id) yield return ('i', id);
        if (facts.HouseholdNo is { } household) yield return ('h', household);
        if (facts.PolicyNo is { } policy) yield return ('p', policy);
        if (facts.Name is { } name) yield return ('n', name);
    }
}
