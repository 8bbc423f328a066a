from __future__ import annotations

import torch
from torch import Tensor

from tests.engine.data.augmentation.batches import step, varied


def _texts(count: int = 300) -> Tensor:
    """Texts of 20 words that all differ, and 12 places of padding."""
    ids = torch.zeros(count, 32, dtype=torch.int16)
    ids[:, :20] = torch.arange(2, 22, dtype=torch.int16)
    return ids


def test_about_the_chosen_share_of_words_becomes_unknown_and_padding_never() -> None:
    result = varied(step("token_dropout", share=0.2), _texts())
    unknown = result == 1

    assert 0.17 < float(unknown[:, :20].float().mean()) < 0.23
    assert (result[:, 20:] == 0).all()
    assert torch.equal(result[~unknown], _texts()[~unknown])


def test_words_change_places_with_neighbours_and_none_is_lost() -> None:
    result = varied(step("token_swap", share=0.3), _texts())

    assert torch.equal(result.sort(1).values, _texts().sort(1).values)
    assert (result[:, 20:] == 0).all()
    moved = result[:, :20] - _texts()[:, :20]
    assert moved.abs().max() == 1
    assert 0.3 < float((moved != 0).float().mean()) < 0.6


def test_all_words_can_be_asked_to_change_places() -> None:
    result = varied(step("token_swap", share=1.0), _texts(1))

    assert result[0, :6].tolist() == [3, 2, 5, 4, 7, 6]


def test_the_last_word_of_a_text_without_padding_has_no_neighbour_behind_it() -> None:
    result = varied(step("token_swap", share=1.0), torch.tensor([[2, 3, 4, 5, 6]]))

    assert result.tolist() == [[3, 2, 5, 4, 6]]
