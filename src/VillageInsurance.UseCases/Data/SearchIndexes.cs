namespace VillageInsurance.UseCases.Data;

/// <summary>What finds names by any two of their characters, households by their phone, and persons whose number is missing. Row-level security lets PostgreSQL use an index only through operators that leak nothing:
/// comparing text is one, LIKE, arrays and trigrams are not. So the rest of a name after its first, second and third character stands in columns of its own, and "in the middle" is
/// the beginning of one of them. Names of more than five characters are few and stand together.</summary>
internal static class SearchIndexes
{
    /// <summary>May be run again; does nothing the second time.</summary>
    public const string Sql = """
        alter table persons
            add column if not exists name_from_2 text collate "C" generated always as (case when char_length(name) > 2 then substr(name, 2) end) stored,
            add column if not exists name_from_3 text collate "C" generated always as (case when char_length(name) > 3 then substr(name, 3) end) stored,
            add column if not exists name_from_4 text collate "C" generated always as (case when char_length(name) > 4 then substr(name, 4) end) stored,
            add column if not exists long_name text collate "C" generated always as (case when char_length(name) > 5 then name end) stored;
        create index if not exists ix_persons_name on persons (name collate "C");
        create index if not exists ix_persons_name_from_2 on persons (name_from_2) where name_from_2 is not null;
        create index if not exists ix_persons_name_from_3 on persons (name_from_3) where name_from_3 is not null;
        create index if not exists ix_persons_name_from_4 on persons (name_from_4) where name_from_4 is not null;
        create index if not exists ix_persons_long_name on persons (long_name) where long_name is not null;
        create index if not exists ix_persons_without_number on persons (name collate "C") where id_number_index is null;
        create index if not exists ix_households_phone_index on households (phone_index) where phone_index is not null;
        create index if not exists ix_households_village_id_address on households (village_id, address) where address is not null;
        """;
}
