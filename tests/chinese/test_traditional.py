from archiver.chinese.traditional import in_both, signs_in_both, simplified, spellings


def test_words_keep_their_place_beside_their_traditional_spellings() -> None:
    assert in_both("来源 发布 日期") == "来源 來源 发布 發布 發佈 日期"


def test_a_word_is_spelled_in_one_kind_of_characters_throughout() -> None:
    assert spellings("联系电话") == ("聯系電話", "聯係電話", "聯繫電話")
    assert spellings("日期") == ()


def test_traditional_characters_are_simplified_sign_by_sign() -> None:
    assert simplified("縣總工會辦公室 陳秀娟") == "县总工会办公室 陈秀娟"
    assert simplified("临澧县总工会") == "临澧县总工会"


def test_characters_of_both_writings_stay() -> None:
    assert simplified("乾县于家村 于 於 后 後 覆") == "乾县于家村 于 於 后 後 覆"


def test_characters_stand_beside_their_traditional_forms() -> None:
    assert set(signs_in_both("会办局")) == set("会會办辦局")
