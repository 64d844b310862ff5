using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Schemes;

namespace VillageInsurance.Web.Agreements;

/// <summary>An agreement's terms while somebody types into them; also the shape of their draft.</summary>
public sealed class TermsModel
{
    public string Committee { get; set; } = "";
    public string Branch { get; set; } = "";
    public DateOnly? From { get; set; }
    public DateOnly? To { get; set; }
    public DateOnly? SignedOn { get; set; }
    public string CommitteeSigner { get; set; } = "";
    public string BranchSigner { get; set; } = "";
    public List<Clause> Clauses { get; set; } = [];

    /// <summary>What is typed under one heading.</summary>
    public sealed class Clause
    {
        public string Key { get; set; } = "";
        public string Text { get; set; } = "";
    }

    public static TermsModel Of(AgreementTerms terms, IReadOnlyList<ClauseTemplate> clauses) => new()
    {
        Committee = terms.Committee,
        Branch = terms.Branch,
        From = terms.From,
        To = terms.To,
        SignedOn = terms.SignedOn,
        CommitteeSigner = terms.CommitteeSigner,
        BranchSigner = terms.BranchSigner,
        Clauses = [.. clauses.Select(c => new Clause { Key = c.Key, Text = terms.TextOf(c.Key) ?? "" })],
    };

    public AgreementTerms ToTerms() => new(Committee.Trim(), Branch.Trim(), From, To, SignedOn, CommitteeSigner.Trim(), BranchSigner.Trim(), [.. Clauses.Select(c => new AgreedClause(c.Key, c.Text.Trim()))]);
}
