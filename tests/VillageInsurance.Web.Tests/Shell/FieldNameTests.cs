using System.Globalization;
using FluentValidation;
using VillageInsurance.UseCases;
using VillageInsurance.Web.Shell;

namespace VillageInsurance.Web.Tests.Shell;

public class FieldNameTests
{
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void Every_field_that_can_be_refused_has_a_name_in_the_language(string culture)
    {
        CultureInfo.CurrentUICulture = new(culture);

        var nameless = Rules().SelectMany(r => r.CreateDescriptor().GetMembersWithValidators().Select(m => m.Key.Split('.')[^1])).Distinct().Where(f => FieldNames.Of(f) is null);

        Assert.Empty(nameless);
    }

    private static IEnumerable<IValidator> Rules() =>
        from type in typeof(UseCasesSetup).Assembly.GetTypes()
        where type.IsAssignableTo(typeof(IValidator)) && !type.IsAbstract && type.GetConstructor([]) is not null
        select (IValidator)Activator.CreateInstance(type)!;
}
