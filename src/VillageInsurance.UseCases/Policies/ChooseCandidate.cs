using System.Text.Json;
using FluentValidation;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Exchange;

namespace VillageInsurance.UseCases.Policies;

/// <summary>Says whom or what a row of the insurer's list means; it is taken with the list's next taking.</summary>
public sealed class ChooseCandidate(AppDbGate gate, Vault vault)
{
    /// <summary>The question as it was seen, and one of its candidates; null takes a choice back.</summary>
    public sealed record Input(Guid QuestionId, int SeenVersion, Guid? ChosenId);

    /// <summary>A question is named.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.QuestionId).NotEmpty();
    }

    /// <summary>Keeps the choice. Refused: what was not offered, a list that is being worked on, a page that somebody overtook.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.BringInsurerLists, async db =>
    {
        input.MustMeet(new InputRules());
        var question = await db.InsurerListQuestions.FindAsSeenAsync(input.QuestionId, input.SeenVersion);
        if ((await db.InsurerLists.FindOrRefuseAsync(question.ListId)).State != InsurerListState.Ready) throw InsurerListRule.OnlyACheckedListGoesOn.Broken();
        var cells = JsonSerializer.Deserialize<QuestionCells>(vault.OpenBytes(QuestionStage.CellsName, question.Id, question.Cells), JsonColumn.Format)!;
        if (input.ChosenId is { } id && cells.Candidates.All(c => c.Id != id)) throw InsurerListRule.OnlyACandidateIsChosen.Broken();
        question.Choose(input.ChosenId);
    });
}
